-- class: SYN-3 data type mismatch: data type mismatch
-- fault: 'abc'
-- fixed: select cast('2024-01-31' as date)
select cast('abc' as date)
