-- class: SYN-6 common syntax error: date time field overflow
-- fault: '2026-03-10 14:00'
-- fixed: select * from users where cast(signed_up as timestamp) > timestamp '2026-03-10 14:00:00'
select * from users where cast(signed_up as timestamp) > timestamp '2026-03-10 14:00'
