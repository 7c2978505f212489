-- class: LOG-5 projection error: missing column from SELECT
-- fault: select
-- fixed: select name from users
select from users
