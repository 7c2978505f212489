-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: date
-- fixed: select date '2024-01-31'
select date 2024-01-31
