using System.Text.Json.Serialization;
using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Contract.Wire;

/// <summary>Source-generated serializers of everything that goes over the wire.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(VideoRequest))]
[JsonSerializable(typeof(SubmitResponse))]
[JsonSerializable(typeof(JobResponse))]
[JsonSerializable(typeof(CreditsResponse))]
[JsonSerializable(typeof(ErrorResponse))]
public sealed partial class ContractJson : JsonSerializerContext;
