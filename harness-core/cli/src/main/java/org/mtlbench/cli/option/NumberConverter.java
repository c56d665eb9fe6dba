package org.mtlbench.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts decimal numbers. Java also accepts {@code 1f}, {@code 0x1p3} and blanks. */
public final class NumberConverter implements ITypeConverter<Double> {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

  @Override
  public Double convert(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new TypeConversionException("not a decimal number: " + text);
    }
    return Double.valueOf(text);
  }
}
