-- class: SEM-1 inconsistent expression: DISTINCT in SUM or AVG
-- fault: sum
-- fixed: select sum(amount) from orders
select sum(distinct amount) from orders
