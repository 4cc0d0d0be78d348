using System.Net;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Protocol;
using WireMock;
using WireMock.Types;
using WireMock.Util;

namespace PixverseHarness.WireMock;

/// <summary>
/// Hands WireMock.Net's requests to the core and plays the answers. Waits and held calls go by the twin's clock, not
/// by WireMock.Net's delays. What WireMock.Net cannot do on a connection is refused with 501 and a reason; the Date
/// header is always WireMock.Net's own, in real time.
/// </summary>
internal sealed class WireMockPlayer(TwinCore core)
{
    public async Task<IResponseMessage> AnswerAsync(IRequestMessage request)
    {
        var url = new Uri(request.AbsoluteUrl);
        var body = request.BodyAsBytes ?? [];
        var tooLarge = body.Length > TwinOptions.MaxBodyBytes;
        var answer = core.Handle(new TwinRequest
        {
            Method = request.Method,
            Path = url.AbsolutePath,
            Query = url.Query.TrimStart('?'),
            Origin = url.GetLeftPart(UriPartial.Authority),
            ApiKey = Header(request, Operations.KeyHeader),
            HasAuthorization = Header(request, "Authorization") is not null,
            ContentType = Header(request, "Content-Type"),
            Prefer = Header(request, "Prefer"),
            Body = tooLarge ? default : body,
            BodyTooLarge = tooLarge,
            Caller = AdminCaller.Concerns(url.AbsolutePath) ? CallerOf(request) : null,
        });
        return await PlayAsync(answer);
    }

    private static async Task<IResponseMessage> PlayAsync(TwinAnswer answer)
    {
        foreach (var step in answer.Steps)
        {
            switch (step)
            {
                case TwinStep.Wait wait:
                    await answer.Clock.DelayUntilAsync(answer.Clock.NowTicks + wait.For.Ticks, CancellationToken.None);
                    break;
                case TwinStep.Hold hold:
                    // WireMock.Net does not say when a client has left: the job goes on either way.
                    await answer.Clock.DelayUntilAsync(hold.Until, CancellationToken.None);
                    return await PlayAsync(hold.Resume());
                case TwinStep.Later later:
                    return await PlayAsync(await later.AnswerAsync(CancellationToken.None));
                case TwinStep.Send { CutAfter: null, Pace: null } send:
                    return ToMessage(send.Response);
                default:
                    return ToMessage(Refuse(step));
            }
        }

        throw new InvalidOperationException("The script has no end.");
    }

    private static TwinResponse Refuse(TwinStep step)
    {
        var reason = step switch
        {
            TwinStep.Reset => "WireMock.Net cannot reset a connection",
            TwinStep.Close => "WireMock.Net cannot close a connection without an answer",
            _ => "WireMock.Net cannot play this fault on a connection",
        };
        return new TwinResponse
        {
            Status = 501,
            ContentType = "application/json",
            Body = System.Text.Encoding.UTF8.GetBytes($"{{\"error\":\"{reason}: use the Kestrel host.\"}}"),
            Headers = [new("x-twin-unsupported", reason)],
        };
    }

    private static ResponseMessage ToMessage(TwinResponse response)
    {
        var message = new ResponseMessage
        {
            StatusCode = response.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = response.Body.ToArray() },
        };
        message.AddHeader("Content-Type", response.ContentType);
        foreach (var (name, value) in response.Headers)
        {
            message.AddHeader(name, value);
        }

        return message;
    }

    // WireMock.Net tells only the far end of a connection.
    private static AdminCaller CallerOf(IRequestMessage request) => new(
        IPAddress.TryParse(request.ClientIP, out var address) && IPAddress.IsLoopback(address), Header(request, "Origin"), Header(request, "Authorization"));

    private static string? Header(IRequestMessage request, string name) =>
        request.Headers is not null && request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
