-- class: SYN-2 undefined database object: undefined function
-- fault: to_number
-- fixed: select cast('12' as double)
select to_number('12')
