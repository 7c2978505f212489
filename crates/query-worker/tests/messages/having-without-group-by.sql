-- class: SYN-5 illegal or insufficient grouping: strange HAVING: HAVING without GROUP BY
-- fault: name
-- fixed: select name from users where name = 'Ada'
select name from users having count(*) > 1
