using System.Collections.Immutable;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>A request with its answer, as they went over the wire.</summary>
/// <param name="Method">Method.</param>
/// <param name="Path">Path without query.</param>
/// <param name="RequestType">Media type of the request; null without a body.</param>
/// <param name="RequestBody">Its body.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="AnswerHeaders">Names of its headers.</param>
/// <param name="AnswerType">Media type of the answer; null without a body.</param>
/// <param name="AnswerBody">Its body.</param>
internal sealed record CapturedExchange(
    string Method,
    string Path,
    string? RequestType,
    byte[] RequestBody,
    int Status,
    ImmutableHashSet<string> AnswerHeaders,
    string? AnswerType,
    byte[] AnswerBody);
