-- class: none: no query
-- fault: begin
-- fixed: select 1
begin; select 1
