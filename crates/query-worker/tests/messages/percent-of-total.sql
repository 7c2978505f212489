-- class: LOG-4 expression error: missing expression
-- fault: count(*) filter
-- fixed: select 100.0 * count(*) filter (where status = 'paid') / count(*) from orders
select 100 * count(*) filter (where status = 'paid') / count(*) from orders
