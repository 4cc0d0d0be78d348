using System.Text.Json.Serialization;
using PixverseHarness.Results.Comparison;

namespace PixverseHarness.Results.Documents;

/// <summary>How documents are written: camelCase, snake_case enums, two spaces, absent members left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(HostDocument))]
[JsonSerializable(typeof(RunComparison))]
internal sealed partial class ResultsJsonContext : JsonSerializerContext;
