"""Words of the field as data: header words by language, HXL hashtags, countries."""
