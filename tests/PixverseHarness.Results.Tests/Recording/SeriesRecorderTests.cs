using PixverseHarness.Results.Recording;

namespace PixverseHarness.Results.Tests.Recording;

public sealed class SeriesRecorderTests
{
    [Fact]
    public void InFlight_AcrossBuckets_IsIntegratedExactly()
    {
        var series = new SeriesRecorder(TimeSpan.FromSeconds(10));
        series.InFlight(TimeSpan.FromSeconds(0.5), 2);
        series.InFlight(TimeSpan.FromSeconds(2.25), 0);

        var document = series.ToDocument(TimeSpan.FromSeconds(3));

        Assert.Equal<long>([1_000_000, 2_000_000, 500_000, 0], document.JobMicroseconds);
        Assert.Equal<long>([2, 2, 2, 0], document.InFlightMaximum);
    }

    [Fact]
    public void ToDocument_RunLongerThanPlanned_KeepsEverythingInAsManyBuckets()
    {
        var series = new SeriesRecorder(TimeSpan.FromSeconds(1));
        for (var second = 0; second < 5000; second++)
        {
            series.InFlight(TimeSpan.FromSeconds(second), 1);
        }

        var document = series.ToDocument(TimeSpan.FromSeconds(5000));

        Assert.InRange(document.JobMicroseconds.Length, 2, SeriesRecorder.Buckets);
        Assert.Equal(5_000_000_000, document.JobMicroseconds.Sum());
        Assert.Equal(32_000_000, document.BucketUs);
    }
}
