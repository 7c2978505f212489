-- class: LOG-5 projection error: incorrect column in ORDER BY clause
-- fault: 0
-- fixed: select name from users order by 1
select name from users order by 0
