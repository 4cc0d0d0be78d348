using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Answers with an HTML page as a load balancer in front of the gateway would (bodies of 502 and 504 are unknown and
/// may be HTML, section 8, inferred). Nothing is done.
/// </summary>
public sealed class HtmlErrorFault(int status) : Fault
{
    /// <summary>The status when nothing is set.</summary>
    public const int DefaultStatus = 502;

    /// <inheritdoc/>
    public override string Name => "html_error";

    /// <inheritdoc/>
    public override TwinAnswer? Instead(FaultScope scope)
    {
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd();
        return TwinAnswer.Of(scope.Clock, new TwinResponse
        {
            Status = status,
            ContentType = "text/html",
            Body = Encoding.UTF8.GetBytes($"<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n</body>\n</html>\n"),
        });
    }
}
