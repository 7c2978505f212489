-- class: LOG-5 projection error: missing column from SELECT
-- fault: union
-- fixed: select name, country from users union select name, country from users
select name from users union select name, country from users
