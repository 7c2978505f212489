-- class: SYN-3 data type mismatch: data type mismatch
-- fault: *
-- fixed: select 9223372036854775807.0 * 2.0
select 9223372036854775807 * amount_of from (select cast(order_id as decimal(38, 0)) * cast(99999999999999999999999999999999999999 as decimal(38, 0)) as amount_of from orders)
