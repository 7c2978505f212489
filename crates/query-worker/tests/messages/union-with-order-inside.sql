-- class: COM complication: ORDER BY in subquery
-- fault: order by name limit 1 union
-- fixed: (select name from users order by name limit 1) union all select status from orders
select name from users order by name limit 1 union all select status from orders
