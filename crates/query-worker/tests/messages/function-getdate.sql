-- class: SYN-2 undefined database object: undefined function
-- fault: getdate
-- fixed: select now()
select getdate()
