-- class: SYN-2 undefined database object: undefined column
-- fault: status
-- fixed: select status from (select user_id, amount, status from orders) as t
select status from (select user_id, amount from orders) as t
