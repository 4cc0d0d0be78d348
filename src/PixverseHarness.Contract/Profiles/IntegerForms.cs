namespace PixverseHarness.Contract.Profiles;

/// <summary>Which JSON numbers count as integers; unknown, with 5.0 and 5e0 in doubt (section 15).</summary>
public enum IntegerForms
{
    /// <summary>Every number whose value is whole, as JSON Schema has it.</summary>
    ByValue,

    /// <summary>Only numbers written without point and exponent.</summary>
    Literal,
}
