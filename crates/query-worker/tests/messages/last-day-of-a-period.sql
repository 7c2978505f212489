-- class: LOG-1 operator error: incorrect comparison operator or incorrect value compared
-- fault: '2024-02-03'
-- fixed: select count(*) from orders where placed_at >= date '2024-02-01' and placed_at < date '2024-02-03' + interval '1 day'
select count(*) from orders where placed_at between date '2024-02-01' and date '2024-02-03'
