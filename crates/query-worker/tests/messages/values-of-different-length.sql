-- class: LOG-5 projection error: missing column from SELECT
-- fault: values
-- fixed: values (1, 2), (3, null)
values (1, 2), (3)
