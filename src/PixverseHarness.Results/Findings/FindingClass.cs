using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Findings;

/// <summary>Who is wrong when expectation and observation differ.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<FindingClass>))]
public enum FindingClass
{
    /// <summary>The simulator differs from the contract.</summary>
    TwinWrong,

    /// <summary>The document that the clause rests on is wrong.</summary>
    DocumentWrong,

    /// <summary>The live API no longer does what it was known to do.</summary>
    ApiChanged,

    /// <summary>The API does something that no source mentions.</summary>
    Undocumented,

    /// <summary>The client that was checked sends what the contract does not allow.</summary>
    ClientWrong,
}
