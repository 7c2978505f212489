-- class: LOG-4 expression error: missing expression
-- fault: count(*) filter
-- fixed: select 1.0 * count(*) filter (where status = 'paid') / count(*) from orders
select count(*) filter (where status = 'paid') / count(*) from orders
