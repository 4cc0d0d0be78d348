using System.Globalization;

namespace PixverseHarness.Contract.Prices;

/// <summary>
/// An amount of money in millionths of a US dollar. Segmind's credits are worth one dollar each (section 6), so
/// this is also millionths of a credit. Integers, so that sums are exact.
/// </summary>
/// <param name="Value">The amount in micro-dollars.</param>
public readonly record struct MicroDollars(long Value) : IComparable<MicroDollars>
{
    /// <summary>No money.</summary>
    public static MicroDollars Zero => default;

    /// <summary>An amount given in dollars; more than six decimals are rounded to the nearest micro-dollar.</summary>
    /// <exception cref="OverflowException">The amount is beyond nine trillion dollars.</exception>
    public static MicroDollars FromDollars(decimal dollars) => new((long)decimal.Round(dollars * 1_000_000m));

    /// <summary>The amount in dollars.</summary>
    public decimal ToDollars() => Value / 1_000_000m;

    /// <inheritdoc/>
    public int CompareTo(MicroDollars other) => Value.CompareTo(other.Value);

    /// <summary>Sum, checked for overflow.</summary>
    public static MicroDollars operator +(MicroDollars left, MicroDollars right) => new(checked(left.Value + right.Value));

    /// <summary>Difference, checked for overflow.</summary>
    public static MicroDollars operator -(MicroDollars left, MicroDollars right) => new(checked(left.Value - right.Value));

    /// <summary>Product with a count, checked for overflow.</summary>
    public static MicroDollars operator *(MicroDollars amount, long count) => new(checked(amount.Value * count));

    /// <summary>Compares two amounts.</summary>
    public static bool operator <(MicroDollars left, MicroDollars right) => left.Value < right.Value;

    /// <summary>Compares two amounts.</summary>
    public static bool operator >(MicroDollars left, MicroDollars right) => left.Value > right.Value;

    /// <summary>Compares two amounts.</summary>
    public static bool operator <=(MicroDollars left, MicroDollars right) => left.Value <= right.Value;

    /// <summary>Compares two amounts.</summary>
    public static bool operator >=(MicroDollars left, MicroDollars right) => left.Value >= right.Value;

    /// <summary>Dollars with a sign and without trailing zeros, for example <c>$0.375</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"${ToDollars():0.######}");
}
