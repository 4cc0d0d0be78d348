using System.Net.Sockets;
using System.Text;
using PixverseHarness.Client.Tests.Support;

namespace PixverseHarness.Client.Tests;

public sealed partial class PixverseClientTests
{
    [Fact]
    public void AnyStep_Redirect_IsAnOutcomeAndIsNotFollowed()
    {
        bench.Handler.Answer(307, "", null, ("Location", "https://evil.test/v2/pixverse-text2video"));

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        Assert.Equal(new Redirected(307, "https://evil.test/v2/pixverse-text2video"), outcome.Failure);
        Assert.Single(bench.Handler.Seen);
    }

    [Fact]
    public void AnyStep_HandlerThatFollowedARedirect_IsFoundOut()
    {
        bench.Handler.Play((request, _) =>
        {
            request.RequestUri = new Uri("https://evil.test/");
            return Task.FromResult(ScriptedHandler.Message(200, new StringContent(WireBodies.Accepted), null, []));
        });

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox));

        Assert.True(Assert.IsType<Redirected>(outcome.Failure).FollowedByHandler);
    }

    [Fact]
    public void AnyStep_TransportFault_SaysWhetherTheRequestMayHaveArrived()
    {
        bench.Handler
            .Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"))
            .Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)))
            .Throws(new HttpRequestException(HttpRequestError.SecureConnectionError, "certificate"))
            .Throws(new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))))
            .Throws(new HttpIOException(HttpRequestError.ResponseEnded, "ended"))
            .Throws(new TaskCanceledException("the handler's own limit"))
            .Throws(new HttpRequestException("odd"));

        var faults = Enumerable.Range(0, 7).Select(_ => (TransportFault)bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)).Failure!).ToList();

        Assert.Equal(
            [
                TransportFaultKind.NameNotResolved, TransportFaultKind.ConnectionRefused, TransportFaultKind.SecureConnectionFailed,
                TransportFaultKind.ConnectionReset, TransportFaultKind.AnswerCutShort, TransportFaultKind.TimedOut, TransportFaultKind.Other,
            ],
            faults.Select(f => f.Fault));
        Assert.Equal([false, false, false, true, true, true, true], faults.Select(f => f.MayHaveCreatedJob));
        Assert.Equal("connection_refused", faults[1].Name);
    }

    [Fact]
    public void AnyStep_ExceptionThatIsNoTransportFault_StaysAnException()
    {
        bench.Handler.Throws(new InvalidOperationException("a bug in a handler"));

        Assert.Throws<InvalidOperationException>(() => bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)));
    }

    [Fact]
    public void AnyStep_NoAnswer_TimesOutByTheInjectedClock()
    {
        bench.Handler.Hangs();

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        var fault = Assert.IsType<TransportFault>(outcome.Failure);
        Assert.Equal(TransportFaultKind.TimedOut, fault.Fault);
        Assert.Null(outcome.Exchange.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), outcome.Exchange.Duration);
    }

    [Fact]
    public void AnyStep_BodyThatStops_TimesOutWithItsStatus()
    {
        bench.Handler.Content(200, new StreamContent(new StallingStream("""{"status":"PRO"""u8.ToArray())), "application/json");

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(TransportFaultKind.TimedOut, Assert.IsType<TransportFault>(outcome.Failure).Fault);
        Assert.Equal(200, outcome.Exchange.StatusCode);
        Assert.NotNull(outcome.Exchange.AnswerBegan);
    }

    [Fact]
    public void AnyStep_FewerBytesThanStated_IsTruncated()
    {
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(WireBodies.Processing)));
        content.Headers.ContentLength = 500;
        bench.Handler.Content(200, content, "application/json");

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(AnswerProblem.Truncated, Assert.IsType<UnreadableAnswer>(outcome.Failure).Problem);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnyStep_AnswerOverTheLimit_IsTooLarge(bool statedLength)
    {
        var body = new byte[(1 << 20) + 1];
        bench.Handler.Content(200, statedLength ? new ByteArrayContent(body) : new StreamContent(new StallingStream(body)), "application/json");

        var outcome = bench.Run(() => bench.Client.GetStatusAsync(bench.Job));

        Assert.Equal(AnswerProblem.TooLarge, Assert.IsType<UnreadableAnswer>(outcome.Failure).Problem);
    }

    [Fact]
    public void AnyStep_CancelledBeforeSending_SendsNothing()
    {
        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox, new CancellationToken(canceled: true)));

        Assert.Equal(new Cancelled(RequestMayHaveArrived: false), outcome.Failure);
        Assert.Empty(bench.Handler.Seen);
    }

    [Fact]
    public void AnyStep_CancelledUnderWay_SaysThatTheRequestMayHaveArrived()
    {
        bench.Handler.Hangs();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), bench.Clock);

        var outcome = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox, cancellation.Token));

        Assert.Equal(new Cancelled(RequestMayHaveArrived: true), outcome.Failure);
        Assert.Equal(OutcomeKind.Cancelled, outcome.Kind);
    }

    [Fact]
    public void AnyStep_Exchange_StampsSendingHeadersAndEnd()
    {
        bench.Handler.Later(TimeSpan.FromSeconds(3), 200, WireBodies.Processing);

        var exchange = bench.Run(() => bench.Client.GetStatusAsync(bench.Job)).Exchange;

        Assert.Equal(200, exchange.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), exchange.Duration);
        Assert.Equal(TimeSpan.FromSeconds(3), bench.Clock.GetElapsedTime(exchange.Sent, exchange.AnswerBegan!.Value));
        Assert.Equal(TimeSpan.FromSeconds(3), bench.Clock.GetElapsedTime(exchange.Sent, exchange.Ended));
    }

    [Fact]
    public void GetStatusAsync_RunningJob_AllocatesLittleMoreThanTheRequestItself()
    {
        var body = Encoding.UTF8.GetBytes(WireBodies.Queued);
        using var invoker = new HttpMessageInvoker(new InstantHandler(body));
        var client = new PixverseClient(invoker, new PixverseClientOptions { ApiKey = Bench.Key }, bench.Clock);
        var job = client.GetJob(WireBodies.Id);
        var uri = new Uri($"https://api.segmind.com/v2/requests/{WireBodies.Id}/status");

        var bare = BytesPerCall(BarePoll);
        var poll = BytesPerCall(ClientPoll);

        // The call, its time limit, the outcome and the task that this test wraps it in; no string, no model.
        Assert.True(poll - bare <= 700, $"a poll allocates {poll} bytes, a bare request {bare}");

        void ClientPoll() => Assert.True(client.GetStatusAsync(job).AsTask().Result.IsSuccess);

        void BarePoll()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.TryAddWithoutValidation("User-Agent", "PixverseHarness.Client/0.1");
            request.Headers.TryAddWithoutValidation("x-api-key", Bench.Key);
            using var response = invoker.SendAsync(request, CancellationToken.None).Result;
            using var stream = response.Content.ReadAsStreamAsync().Result;
        }
    }

    private static long BytesPerCall(Action call)
    {
        const int calls = 1000;
        call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    private sealed class InstantHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(ScriptedHandler.Message(200, new ByteArrayContent(body), "application/json", []));
    }
}
