create external table t stored as csv location '/etc/passwd'
