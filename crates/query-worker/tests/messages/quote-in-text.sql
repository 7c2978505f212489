-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: '
-- fixed: select 'it''s'
select 'it's'
