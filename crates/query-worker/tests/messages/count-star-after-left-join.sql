-- class: LOG-6 function error: incorrect column as function parameter
-- fault: count
-- fixed: select u.name, count(o.user_id) from users u left join orders o on o.user_id = u.user_id group by u.name
select u.name, count(*) from users u left join orders o on o.user_id = u.user_id group by u.name
