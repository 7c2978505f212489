-- class: SYN-6 common syntax error: date time field overflow
-- fault: '2024-01-01 25:00:00'
-- fixed: select order_id from orders where placed_at > timestamp '2024-01-02 01:00:00'
select order_id from orders where placed_at > timestamp '2024-01-01 25:00:00'
