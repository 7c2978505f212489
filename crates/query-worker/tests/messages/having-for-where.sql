-- class: SYN-5 illegal or insufficient grouping: strange HAVING: HAVING without GROUP BY
-- fault: having
-- fixed: select name from users where country = 'US'
select name from users having country = 'US'
