namespace PixverseHarness.Client.Tests.Support;

/// <summary>Yields some bytes, then nothing until the read is cancelled.</summary>
internal sealed class StallingStream : MemoryStream
{
    public StallingStream(byte[] content)
        : base(content)
    {
    }

    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < base.Length)
        {
            return await base.ReadAsync(buffer, cancellationToken);
        }

        var never = new TaskCompletionSource<int>();
        await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    }
}
