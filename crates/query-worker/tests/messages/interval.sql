select now() - interval '1 dy'
