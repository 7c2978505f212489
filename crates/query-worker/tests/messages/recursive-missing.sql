-- class: SYN-2 undefined database object: undefined object
-- fault: n
-- fixed: with recursive n as (select 1 as i union all select i + 1 from n where i < 3) select * from n
with n as (select 1 as i union all select i + 1 from n where i < 3) select * from n
