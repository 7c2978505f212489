-- class: SYN-6 common syntax error: date time field overflow
-- fault: '2023-02-29'
-- fixed: select date '2023-02-28'
select date '2023-02-29'
