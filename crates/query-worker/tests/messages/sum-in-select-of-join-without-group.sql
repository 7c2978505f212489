-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: o.status
-- fixed: select o.status, sum(o.amount) from orders o group by o.status
select o.status, sum(o.amount) from orders o
