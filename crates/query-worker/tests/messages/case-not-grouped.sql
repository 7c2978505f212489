-- class: SYN-5 illegal or insufficient grouping: grouping error: extraneous or omitted grouping column
-- fault: amount
-- fixed: select case when amount > 10 then 'large' else 'small' end as size, count(*) from orders group by size
select case when amount > 10 then 'large' else 'small' end as size, count(*) from orders group by status
