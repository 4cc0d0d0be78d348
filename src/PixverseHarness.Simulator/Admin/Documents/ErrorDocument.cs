using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Why a request of the admin API was not met.</summary>
/// <param name="Error">All of it, in one line for people.</param>
/// <param name="Path">Where: <c>$.member</c> of the body, <c>?name</c> of the query.</param>
/// <param name="Value">The value that cannot be used.</param>
/// <param name="Allowed">What is allowed there.</param>
/// <param name="Nearest">The allowed value that may have been meant.</param>
internal sealed record ErrorDocument(
    string Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Allowed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Nearest = null);
