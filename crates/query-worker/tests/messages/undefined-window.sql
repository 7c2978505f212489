-- class: SYN-2 undefined database object: undefined object
-- fault: w
-- fixed: select sum(amount) over w from orders window w as (order by order_id)
select sum(amount) over w from orders
