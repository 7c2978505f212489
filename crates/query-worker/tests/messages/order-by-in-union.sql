-- class: COM complication: ORDER BY in subquery
-- fault: order by name union
-- fixed: select name from users union all select status from orders order by name
select name from users order by name union all select status from orders
