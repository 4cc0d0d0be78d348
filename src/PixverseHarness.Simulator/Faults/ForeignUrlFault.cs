using System.Text.Json.Nodes;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Names URLs on another origin. A client must not send its key there; the official SDK follows whatever it is given
/// (section 5).
/// </summary>
public sealed class ForeignUrlFault(string origin) : Fault
{
    /// <summary>The origin when nothing is set: a name that never resolves (RFC 2606).</summary>
    public const string Default = "http://elsewhere.invalid";

    /// <inheritdoc/>
    public override string Name => "foreign_url";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => JsonEdit.Of(answer, body => MoveUrls(body, scope.BaseUrl));

    private bool MoveUrls(JsonObject body, string baseUrl)
    {
        var moved = false;
        foreach (var name in JsonEdit.UrlMembers)
        {
            switch (body[name])
            {
                case JsonObject inner:
                    moved |= MoveUrls(inner, baseUrl);
                    break;
                case JsonValue value when value.TryGetValue<string>(out var url) && url.StartsWith(baseUrl + "/", StringComparison.Ordinal):
                    body[name] = origin.TrimEnd('/') + url[baseUrl.Length..];
                    moved = true;
                    break;
            }
        }

        return moved;
    }
}
