using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Analysis;

/// <summary>What a remark does to the verdict.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RemarkWeight>))]
public enum RemarkWeight
{
    /// <summary>Nothing; worth knowing.</summary>
    Note,

    /// <summary>Nothing; worth acting on.</summary>
    Warning,

    /// <summary>The run proves nothing: it does not pass, though a crossed threshold still fails it.</summary>
    ProvesNothing,

    /// <summary>The numbers are the generator's own and not the target's: they neither pass nor fail anything.</summary>
    Distrust,
}
