-- class: SYN-3 data type mismatch: data type mismatch
-- fault: intersect
-- fixed: select user_id from users intersect select user_id from orders
select signed_up from users intersect select amount from orders
