-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: avg
-- fixed: select order_id from orders where amount > (select avg(amount) from orders)
select order_id from orders where amount > avg(amount)
