The brand's values
