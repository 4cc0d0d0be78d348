namespace PixverseHarness.Contract.Parameters;

/// <summary>JSON type of a parameter's value.</summary>
public enum ParameterType
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number without a fraction.</summary>
    Integer,
}
