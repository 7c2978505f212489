-- class: SYN-4 illegal aggregate function placement: grouping error: aggregate functions cannot be nested
-- fault: avg
-- fixed: with t as (select amount, sum(amount) over (order by order_id) as running from orders) select avg(running) over () from t
select avg(sum(amount) over (order by order_id)) over () from orders
