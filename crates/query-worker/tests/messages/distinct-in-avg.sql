-- class: SEM-1 inconsistent expression: DISTINCT in SUM or AVG
-- fault: avg
-- fixed: select avg(amount) from orders
select avg(distinct amount) from orders
