using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Slowroll.Benchmarks;

if (args is ["processes"])
{
    await WholeProcesses.RunAsync();
    return;
}

var job = Job.Default.WithWarmupCount(3).WithIterationCount(10);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
